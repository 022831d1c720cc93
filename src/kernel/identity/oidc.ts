import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type Configuration,
} from 'openid-client'

export interface OidcSettings {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string | undefined
}

/** What one journey to the provider and back must remember. */
export interface Trip {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
}

export interface OidcProvider {
  readonly issuer: string
  /** Where to send the browser, and what to remember until it is back. Throws where the provider cannot be reached. */
  begin(redirectUri: string): Promise<Trip & { url: string }>
  /** The subject that the provider vouches for. Throws for everything that does not fit: state, nonce, issuer, verifier, code. */
  finish(arrivedAt: string, trip: Trip): Promise<string>
}

const TIMEOUT_S = 5

/** The provider's addresses are read at the first sign-in and not at the start: it may be down while we start. */
export function oidcProvider(settings: OidcSettings): OidcProvider {
  let known: Promise<Configuration> | undefined
  const configuration = () => {
    known ??= discover(settings).catch((error: unknown) => {
      known = undefined
      throw error
    })
    return known
  }
  return {
    issuer: settings.issuer,
    begin: async (redirectUri) => {
      const trip = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier() }
      const url = buildAuthorizationUrl(await configuration(), {
        redirect_uri: redirectUri,
        scope: 'openid',
        state: trip.state,
        nonce: trip.nonce,
        code_challenge: await calculatePKCECodeChallenge(trip.verifier),
        code_challenge_method: 'S256',
      })
      return { ...trip, url: url.href }
    },
    finish: async (arrivedAt, { state, nonce, verifier }) => {
      const checks = { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true }
      const tokens = await authorizationCodeGrant(await configuration(), new URL(arrivedAt), checks)
      const subject = tokens.claims()?.sub
      if (!subject) throw new Error('The identity provider named no subject')
      return subject
    },
  }
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  // Plain http only to this very machine: what runs on the network must be encrypted.
  const isLoopback = ['127.0.0.1', 'localhost', '[::1]'].includes(new URL(issuer).hostname)
  const execute = isLoopback ? [allowInsecureRequests] : []
  return discovery(new URL(issuer), clientId, clientSecret, undefined, { execute, timeout: TIMEOUT_S })
}
