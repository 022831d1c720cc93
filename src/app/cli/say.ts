/** What the program tells the person at the terminal; results go to standard output, everything else here. */
export const say = {
  info: (message: string) => console.error(message),
  warn: (message: string) => console.error(message),
  error: (message: string) => console.error(message),
}
