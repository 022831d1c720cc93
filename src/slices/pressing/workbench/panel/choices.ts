/** One choice to a line, its votes at the end: `更换上下水管线 212`. */
export function choicesOf(text: string): { label: string; votes: number }[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines
    .filter((line) => line !== '')
    .map((line) => {
      const [, label, votes] = /^(.*?)[\s：:]*(\d+)\D?$/.exec(line) ?? []
      return { label: label || line, votes: Number(votes ?? 0) }
    })
}
