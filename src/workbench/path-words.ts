/** What a mistyped address of the workbench asks for: `/workbench/suggestions/物业-112` asks for `物业 112`; known words of paths are left out. */
export function pathWords(pathname: string): string {
  return decoded(pathname)
    .split(/[/\-_.+\s]+/)
    .filter((word) => word !== '' && !OURS.has(word.toLowerCase()) && !/^[0-9a-f]{8,}$/i.test(word))
    .join(' ')
    .slice(0, 80)
}

const OURS = new Set(['workbench', 'suggestions', 'admin', 'new', 'edit', 'html', 'index'])

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
