/** One request that Microsoft's side has seen, as far as journeys look at it. */
export interface SeenRequest {
  readonly sequence: number;
  readonly service: 'login' | 'graph' | 'portal' | 'console';
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly grantType?: string;
  readonly clientId?: string;
  readonly account?: string;
  /** Where the reader came from was told, and it was no page of that site. */
  readonly cameFromElsewhere?: true;
}

/** A mail as it arrived, as far as journeys look at it. */
export interface SeenMail {
  readonly sequence: number;
  readonly to: readonly string[];
  readonly messageId: string | null;
  readonly subject: string;
  readonly text: string;
  readonly headers: readonly (readonly [string, string])[];
}

interface Grant {
  readonly id: string;
  /** The id of the service principal that it is for. */
  readonly clientId: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
}

interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly tenantId: string;
  readonly displayName: string;
}

interface State {
  readonly grants: readonly Grant[];
  readonly servicePrincipals: readonly ServicePrincipal[];
}

/** Something that a guide could point at; the rectangle is in the viewport of its own frame. */
interface PortalTarget {
  readonly role: string;
  readonly label: string;
  readonly rectangle: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
}

/** One document of the portals that is open: a shell, or the frame of its blade. */
export interface PortalDocument {
  readonly tab: string;
  readonly document: string;
  readonly host: string;
  readonly frame: 'top' | 'blade';
  readonly sequence: number;
  readonly path: string;
  readonly hash: string;
  readonly page: string;
  readonly tenantId: string;
  readonly account: string;
  readonly draws: number;
  readonly complete: boolean;
  readonly targets: Readonly<Record<string, PortalTarget>>;
}

interface PortalEvent {
  readonly type: string;
  readonly trusted: boolean;
  readonly target: string | null;
}

/** What the portals show and were done to. See server/sandbox/oracle/README.md. */
export interface Portal {
  readonly documents: readonly PortalDocument[];
  readonly events: readonly PortalEvent[];
  readonly untrusted: number;
}

/** What was done to the provider's console; the label is that of the control that was hit. */
interface ConsoleSeen {
  readonly events: readonly { readonly type: string; readonly trusted: boolean; readonly label: string | null }[];
}

/** What the practice tenant has seen and holds, told to tests only. The product cannot ask it. */
export class Oracle {
  readonly #address: string;
  constructor(address: string) {
    this.#address = address;
  }

  async requests(after = 0): Promise<readonly SeenRequest[]> {
    const answer = await fetch(`${this.#address}/requests?after=${after}`);
    return ((await answer.json()) as { requests: readonly SeenRequest[] }).requests;
  }

  /** Where the record stands now: what comes later is behind it. */
  async newest(): Promise<number> {
    return (await this.requests()).at(-1)?.sequence ?? 0;
  }

  /** What was mailed, to whomever, oldest first. */
  async mails(after = 0): Promise<readonly SeenMail[]> {
    const answer = await fetch(`${this.#address}/mails?after=${after}`);
    return ((await answer.json()) as { mails: readonly SeenMail[] }).mails;
  }

  async state(): Promise<State> {
    return (await (await fetch(`${this.#address}/state`)).json()) as State;
  }

  async portal(): Promise<Portal> {
    return (await (await fetch(`${this.#address}/portal`)).json()) as Portal;
  }

  async console(): Promise<ConsoleSeen> {
    return (await (await fetch(`${this.#address}/console`)).json()) as ConsoleSeen;
  }

  /** How the portals behave from now on; what is not named stays. */
  async behave(behaviour: object): Promise<void> {
    await this.#post('/portal/behaviour', behaviour);
  }

  /** Every open page of the portals does it now, once. */
  async act(act: 'rerender' | 'replace-frame' | 'report'): Promise<void> {
    await this.#post('/portal/acts', { do: act });
  }

  /** What the situation says of the time after the consent becomes true. */
  async afterwards(): Promise<void> {
    await this.#post('/afterwards', {});
  }

  /** Makes something go wrong on Microsoft's side. */
  async fault(faults: object): Promise<void> {
    await this.#post('/faults', faults);
  }

  async #post(path: string, body: object): Promise<void> {
    const answer = await fetch(`${this.#address}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}
