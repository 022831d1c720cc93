/** A text to be compared: a stable id, the title where there is one, the body. */
export interface TextItem {
  readonly id: string
  readonly title?: string | undefined
  readonly text: string
}

/** Title and body as one text, in reading order. */
export function wholeText(item: Pick<TextItem, 'title' | 'text'>): string {
  return item.title ? `${item.title} ${item.text}` : item.text
}
