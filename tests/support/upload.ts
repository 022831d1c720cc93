import { CSRF_COOKIE, openSession, SESSION_COOKIE } from '#kernel/identity/api.ts'
import { goodFiles, type Sample } from '#kernel/files/attack-corpus.ts'
import { CITY, type House, type Person } from './house.ts'

/** A sample of a kind (`.pdf`, `.jpg`), uploaded by this person of the city; answers its id. */
export async function uploadSample(house: House, person: Person, ending: string): Promise<string> {
  const sample = goodFiles().find(({ name }) => name.endsWith(ending))
  if (!sample) throw new Error(`No sample of ${ending}`)
  return uploadBytes(house, person, sample)
}

export async function uploadBytes(
  house: House,
  person: Person,
  { name, bytes }: Pick<Sample, 'name' | 'bytes'>,
): Promise<string> {
  const session = await house.in(CITY, (tx) => openSession(tx, person.accountId, 'test', house.now()))
  const answer = await house.app.inject({
    method: 'POST',
    url: '/api/v1/files?purpose=attachment',
    headers: {
      host: 'city.localhost',
      'content-type': 'application/octet-stream',
      'x-file-name': encodeURIComponent(name),
      'x-minyi-csrf': session.csrfToken,
    },
    cookies: { [SESSION_COOKIE]: session.token, [CSRF_COOKIE]: session.csrfToken },
    payload: bytes,
  })
  if (answer.statusCode !== 201) throw new Error(`${answer.statusCode} ${answer.body}`)
  return answer.json().id
}
