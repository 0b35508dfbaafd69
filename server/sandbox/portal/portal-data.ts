/** How the portal behaves: what a test can switch while it runs. */
export interface Behaviour {
  /** Where a blade is drawn: in a frame of another site, or (as older ones are) in the top document. */
  readonly blades: 'framed' | 'top-document';
  readonly language: 'en' | 'de';
  /** Each answer of the portal takes so much longer. */
  readonly slowMs: number;
  /** A blade's controls appear so long after its frame. */
  readonly lateMs: number;
  /** The blade's whole subtree is made anew so often; 0 is never. */
  readonly rerenderEveryMs: number;
  /** The blade's frame is taken away and another put in its place so often; 0 is never. */
  readonly replaceFrameEveryMs: number;
  /** 10,000 nodes beside the blade, and 200 changes a second among them. */
  readonly storm: boolean;
  /** Named items hide the document's and the elements' own members; a huge and deep tree; look-alikes nobody sees. */
  readonly hostile: boolean;
}

/** What every open page is told to do, by a test. */
export type Order =
  | { readonly do: 'rerender' | 'replace-frame' | 'report' }
  | { readonly do: 'behave'; readonly behaviour: Behaviour };

/** Who is signed in at the portal. */
export interface PortalSession {
  readonly signedIn: true;
  readonly name: string;
  readonly username: string;
  readonly tenantId: string;
  readonly tenantName: string;
  readonly domain: string;
  /** What a blade shows to the data host; good for as long as the session. */
  readonly bladeToken: string;
}

/** What the shell asks first. */
export type PortalAnswer = (PortalSession | { readonly signedIn: false }) & { readonly behaviour: Behaviour };

/** A row of the list of enterprise applications. */
export interface PortalApplication {
  readonly objectId: string;
  readonly appId: string;
  readonly name: string;
  readonly publisher: string;
  readonly createdOn: string;
}

/** A row of the permissions of an application, in the columns of the blade. */
export interface PortalPermission {
  readonly apiName: string;
  readonly claimValue: string;
  readonly permission: string;
  readonly type: 'Delegated' | 'Application';
  readonly grantedThrough: 'Admin consent' | 'User consent';
  readonly grantedBy: string;
}

export interface PortalApplicationDetails extends PortalApplication {
  readonly adminConsent: readonly PortalPermission[];
  readonly userConsent: readonly PortalPermission[];
}

/** What the shell tells a blade that it opens. */
export interface BladeOpening {
  readonly kind: 'open';
  /** The shell's origin: links lead there. */
  readonly portal: string;
  /** One for each tab of the browser. */
  readonly tab: string;
  readonly path: string;
  readonly hash: string;
  readonly session: PortalSession;
  readonly behaviour: Behaviour;
}

/** What the shell says to a blade's frame, and the frame to the shell. */
export type ToBlade = BladeOpening | { readonly kind: 'order'; readonly order: Order };
export type ToShell =
  | { readonly kind: 'ready' }
  | { readonly kind: 'title'; readonly title: string }
  | { readonly kind: 'go'; readonly hash: string };
