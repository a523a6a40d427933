/** A text that names itself in its first and last line, long enough that a half of it would be noticed. */
export function textOf(id: string): string {
  let length = 0
  for (const sign of id) length = (length * 31 + sign.charCodeAt(0)) % 60
  return `${id}\n${'Teksti etenee. '.repeat(1 + length)}\n${id}`
}

/** The id of a text, or null when there is no text; a text that is not whole is told by its content instead. */
export function idOf(text: string): string | null {
  if (text === '') return null
  const id = text.split('\n')[0] ?? ''
  return textOf(id) === text ? id : `not whole: ${text.slice(0, 60)}`
}
