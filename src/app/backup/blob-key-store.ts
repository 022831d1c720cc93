import type { Client } from 'pg'

const PAGE = 1000

/** The key of every stored object that the database names, once each, a page at a time. */
export async function* listBlobKeys(client: Client): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const { rows } = await client.query<{ key: string }>(
      'select distinct key from files.blob where key > $1 order by key limit $2',
      [after, PAGE],
    )
    for (const { key } of rows) yield key
    if (rows.length < PAGE) return
    after = rows.at(-1)!.key
  }
}

/** The media type under which an object was stored. */
export async function findMediaType(client: Client, congressId: number, key: string): Promise<string> {
  const { rows } = await client.query<{ media_type: string }>(
    'select media_type from files.blob where congress_id = $1 and key = $2 limit 1',
    [congressId, key],
  )
  return rows[0]?.media_type ?? 'application/octet-stream'
}
