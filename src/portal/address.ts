/** `path` (with or without a query) with some query values set; `null` removes one. Always relative to the site. */
export function withQuery(path: string, values: Record<string, string | null>): string {
  const [bare = '/', query = ''] = path.split('?')
  const search = new URLSearchParams(query)
  for (const [name, value] of Object.entries(values)) {
    if (value === null) search.delete(name)
    else search.set(name, value)
  }
  const text = search.toString()
  return text ? `${bare}?${text}` : bare
}

/** The address that names the content: without the choices of view, brightness and language. */
export function canonicalPath(path: string): string {
  return withQuery(path, { v: null, theme: null, lang: null })
}
