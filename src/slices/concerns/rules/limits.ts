/** Characters of the text: what needs more is a suggestion. */
export const MOST_TEXT = 300
export const MOST_PLACE = 60
export const MOST_ANSWER = 1000
export const MOST_REASON = 300
export const MOST_PHOTOS = 6
