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
}

interface Grant {
  readonly id: string;
  readonly consentType: 'AllPrincipals' | 'Principal';
}

interface State {
  readonly grants: readonly Grant[];
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

  async state(): Promise<State> {
    return (await (await fetch(`${this.#address}/state`)).json()) as State;
  }

  /** Makes something go wrong on Microsoft's side. */
  async fault(faults: object): Promise<void> {
    const answer = await fetch(`${this.#address}/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(faults),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}
