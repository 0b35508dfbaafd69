/** What the person who runs the server reads: its configuration's faults, its commands. Not part of `en`: no browser shows it. */
export const deployment = {
  configuration: {
    missing: '{name} is missing: {meaning}.',
    invalid: '{name} is not usable: it must be {meaning}.',
    unreadable: '{name} names a file that cannot be read: it must be {meaning}.',
    cloudUnknown: 'LATCHKEY_CLOUD names "{cloud}", which is no cloud that is known: {known}.',
    debugger: 'The server does not start with a debugger attached: whoever reaches it reads every secret.',
    refused: 'The server did not start.',
  },
  /** Where LATCHKEY_LISTEN says, nobody can listen; by the system's name for it. */
  listening: {
    EADDRINUSE:
      'The server did not start: port {port} of {host} is in use. End the program that listens there, or name another port in LATCHKEY_LISTEN.',
    EACCES:
      'The server did not start: the system does not let it listen on port {port} of {host}. Name a port above 1023 in LATCHKEY_LISTEN.',
    EADDRNOTAVAIL:
      'The server did not start: {host} is no address of this machine. Name one that is, such as 127.0.0.1, in LATCHKEY_LISTEN.',
  },
  meanings: {
    LATCHKEY_LISTEN: 'an address and a port, such as 127.0.0.1:8787',
    LATCHKEY_PUBLIC_URL:
      'the origin that people meet, with https (http only on this machine), such as https://latchkey.northwindvoice.example',
    LATCHKEY_DATA_DIR: 'the folder that holds the database',
    LATCHKEY_KEYS: 'the key ring file, made by "node server/src/keys-command.ts init <file>"',
    LATCHKEY_CLOUDS: 'a file of further clouds, as docs/clouds.md describes it',
    LATCHKEY_CLOUD: 'the key of the cloud, such as public',
    LATCHKEY_PROVIDER_CONSOLE: 'a file about your own console, as docs/provider-console.md describes it',
    LATCHKEY_PROVIDER_NAME: 'your name as your customers know it, 1 to 80 characters',
    LATCHKEY_OPERATOR_TENANTS: 'the tenant ids of your operators, separated by commas',
    LATCHKEY_API_CLIENT_ID: 'the application id of the API’s registration',
    LATCHKEY_EXTENSION_CLIENT_ID: 'the application id of the extension’s registration',
    LATCHKEY_EXTENSION_ORIGINS: 'the extension’s origins, separated by commas, such as chrome-extension://<id>',
    LATCHKEY_CONSENT_CLIENT_ID: 'the application id of the registration that customers consent to',
    LATCHKEY_CONSENT_SECRET_FILE: 'a file with that registration’s client secret',
    LATCHKEY_CONSENT_CERTIFICATE_FILE:
      'in place of LATCHKEY_CONSENT_SECRET_FILE, a PEM file with the certificate that was uploaded to that registration and its private key (RSA, 2048 bits or more)',
    LATCHKEY_CONSENT_SECRET_EXPIRES: 'the day on which that secret ends, such as 2027-06-30',
    LATCHKEY_LANGUAGE: 'in which language customers are written to where nobody chooses another: en or de',
    LATCHKEY_INVITATION_DAYS: 'a whole number of days, 1 to 90',
    LATCHKEY_REMIND_DAYS:
      'on how many days before its end an invitation is reminded of by mail, a whole number of 0 to 30; 0 for never',
    LATCHKEY_SETTLING_MINUTES: 'a whole number of minutes, 1 to 120',
    LATCHKEY_ALERT_HOSTS:
      'hosts of yours to which alerts may go although they are private, separated by commas, such as hooks.corp.example:8443',
    LATCHKEY_MAIL_SERVER: 'your mail server and its port, such as smtp.northwindvoice.example:587',
    LATCHKEY_MAIL_TLS: 'starttls or tls, or none for a mail server on this machine',
    LATCHKEY_MAIL_FROM: 'the address that mail comes from, such as latchkey@northwindvoice.example',
    LATCHKEY_MAIL_USER: 'the account that may send there; it goes with LATCHKEY_MAIL_PASSWORD_FILE',
    LATCHKEY_MAIL_PASSWORD_FILE: 'a file with that account’s password; it goes with LATCHKEY_MAIL_USER',
    LATCHKEY_NIGHTLY: 'when all connections are validated, in UTC as cron writes it, such as 0 2 * * *, or off',
    LATCHKEY_TRUSTED_HOPS: 'how many proxies of yours stand in front, 0 to 5',
    LATCHKEY_LOG_LEVEL: 'one of debug, info, warn, error, silent',
  },
  keys: {
    about: 'The key ring: what seals tokens, signs links and the audit trail.',
    init: 'Make a new ring in a file that does not exist yet, readable by you alone.',
    exists: '{file} exists. A ring is never overwritten: what it sealed would be lost.',
    unwritable: '{file} cannot be written.',
    written: 'Made {file}. Keep a copy where the database’s backups are not.',
  },
  sealed: {
    key_ring_unreadable: 'The key ring cannot be read.',
    key_ring_readable_by_others: 'The key ring can be read by others: chmod 0400.',
    key_ring_malformed: 'The key ring is not a key ring.',
  },
} as const;
