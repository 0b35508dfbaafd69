import { randomUUID } from 'node:crypto';

interface Invited {
  readonly invitationId: string;
  readonly link: string;
}

/** What an operator does in the console, by the API itself: it is not what is measured. */
export class OperatorCalls {
  readonly #origin: string;
  readonly #session: string;
  constructor(origin: string, session: string) {
    this.#origin = origin;
    this.#session = session;
  }

  async invite(customer: {
    readonly fullName: string;
    readonly shortName: string;
    readonly licensedUsers: number;
    readonly tenant: string;
  }): Promise<Invited> {
    const body = { ...customer, kind: 'direct-routing', licenceType: 'hosted-pro' };
    const { id } = await this.#post<{ id: string }>('/v1/invitations', body);
    await this.#post(`/v1/invitations/${id}/method`, { method: 'invitation-link' });
    const { link } = await this.#post<{ link: string }>(`/v1/invitations/${id}/link`);
    return { invitationId: id, link };
  }

  /** Takes the connection along that the invitation has made. */
  async cancel(invitationId: string): Promise<void> {
    await this.#post(`/v1/invitations/${invitationId}/cancel`);
  }

  async #post<Value>(path: string, body?: object): Promise<Value> {
    const answer = await fetch(this.#origin + path, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#session}`,
        'content-type': 'application/json',
        'idempotency-key': randomUUID(),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    return (await answer.json()) as Value;
  }
}
