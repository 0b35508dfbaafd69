import type { policyFaults } from '../../../errors/aadsts/policies.ts';

/** What happened, by Microsoft's number: what the customer's organisation does not let happen. */
export const policies = {
  50002: 'Eine Netzwerkregel der Organisation lässt diesen Mandanten nicht erreichen.',
  50005: 'Eine Richtlinie kennt die Art des verwendeten Geräts nicht.',
  50097: 'Eine Richtlinie verlangt ein Gerät, das die Organisation kennt.',
  50129: 'Eine Richtlinie verlangt ein Gerät, das bei der Organisation registriert ist.',
  50131: 'Eine Richtlinie für bedingten Zugriff hat die Anmeldung verweigert.',
  50155: 'Das Gerät konnte nicht nachweisen, dass es zur Organisation gehört.',
  500021: 'Mandanteneinschränkungen des Netzwerks lassen diesen Mandanten nicht erreichen.',
  500022: 'Mandanteneinschränkungen lassen diesen Mandanten nicht erreichen.',
  53000: 'Eine Richtlinie verlangt ein konformes Gerät, und dieses ist es nicht.',
  53001: 'Eine Richtlinie verlangt ein Gerät, das der Domäne beigetreten ist.',
  53002: 'Eine Richtlinie verlangt eine genehmigte App.',
  53003: 'Eine Richtlinie für bedingten Zugriff hat die Anmeldung blockiert.',
  53004: 'MFA lässt sich nicht registrieren, weil das Konto gefährdet erscheint.',
  53010: 'MFA lässt sich von diesem Ort oder Gerät aus nicht registrieren.',
  53011: 'Die eigene Organisation des Kontos sieht es als gefährdet an und blockiert es.',
  530032: 'Eine Sicherheitsrichtlinie des Mandanten hat die Anmeldung blockiert.',
  530034: 'Ein Administrator eines Partners wurde wegen eines Risikos blockiert.',
  530035: 'Die Sicherheitsstandards haben diese Art der Anmeldung blockiert.',
  700003: 'Das angemeldete Gerät ist nicht mehr im Verzeichnis.',
  1000104: 'Dieser Mandant lässt Konten einer anderen Microsoft-Cloud nicht zu.',
} as const satisfies Record<keyof typeof policyFaults, string>;
