const MOST = 24

/** What a concern is called where one line must do: the beginning of its text, up to the first sentence end that fits. */
export function nameOf(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim()
  const sentence = /^[^。！？；]+/.exec(line)?.[0] ?? line
  return sentence.length <= MOST ? sentence : `${beginning(sentence)}…`
}

/** By characters, not by halves of them. */
function beginning(sentence: string): string {
  let kept = ''
  for (const character of sentence) {
    if (kept.length + character.length > MOST) break
    kept += character
  }
  return kept
}
