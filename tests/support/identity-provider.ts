import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider, type OidcContext } from 'oidc-provider'

/** A real OpenID Connect provider on this machine. Whoever comes is signed in as `subject` without a question. */
export interface IdentityProvider {
  readonly issuer: string
  subject: string
  /** False: every connection is cut, as if the provider were down. */
  isUp: boolean
  /** Walks through the provider as a browser does; answers the address at which it sends the browser back to us. */
  walk(from: string): Promise<URL>
  close(): Promise<void>
}

export const CLIENT = { clientId: 'minyi', clientSecret: 'a secret for the tests alone' }

/** `callback` is the one address to which the provider sends browsers back. */
export async function startIdentityProvider(callback: string): Promise<IdentityProvider> {
  const server = createServer((request, response) => serve(request, response))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, configurationOf(callback))
  const handle = provider.callback()
  const it: IdentityProvider = {
    issuer,
    subject: 'nobody',
    isUp: true,
    walk: (from) => walk(from, issuer),
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
  function serve(request: IncomingMessage, response: ServerResponse): void {
    if (!it.isUp) request.destroy()
    else if (!request.url?.startsWith('/interaction/')) handle(request, response)
    else void provider.interactionFinished(request, response, { login: { accountId: it.subject } })
  }
  return it
}

function configurationOf(callback: string): Record<string, unknown> {
  return {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [callback] }],
    cookies: { keys: ['keys of the test provider'] },
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    findAccount: (_: unknown, id: string) => ({ accountId: id, claims: async () => ({ sub: id }) }),
    loadExistingGrant: async ({ oidc: { provider, client, session } }: OidcContext) => {
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  }
}

async function walk(from: string, issuer: string): Promise<URL> {
  const cookies = new Map<string, string>()
  let at = new URL(from)
  while (at.origin === issuer) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]!.split(/=(.*)/s)
      cookies.set(name, value)
    }
    const next = answer.headers.get('location')
    if (!next) throw new Error(`The provider stopped at ${at.pathname} with ${answer.status}: ${await answer.text()}`)
    at = new URL(next, at)
  }
  return at
}
