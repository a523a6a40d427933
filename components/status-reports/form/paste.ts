import { longestFieldText } from '@/lib/status-reports/fields/model'

/** A text this long is not put into the page: laying it out would stop the browser. It stays on the clipboard. */
export const longestPaste = 10 * longestFieldText

// Signs of list items in Word, Outlook and PDF, also those of its symbol fonts, with the tab or spaces after them.
const bullets = /^[^\S\n]*(?:[•·▪◦‣●○■□➢✓\uf0a7\uf0b7\uf0d8\uf0fc§]|o(?=\t))[^\S\n]+/gm

/**
 * A pasted text as it would have been typed: line ends of every kind as one sign, special spaces as spaces, soft hyphens and
 * other unseen signs left out, list signs as "- ", tabs as spaces. Words, numbers and lines stay as they were.
 */
export function cleanPaste(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ')
    .replace(bullets, '- ')
    .replace(/\t/g, ' ')
    .replace(/ +(?=\n)/g, '')
    .replace(/\n{3,}/g, '\n\n')
}

/** Puts a text where the cursor is, as if typed, so that the browser's own undo takes it back. */
export function insertText(control: HTMLInputElement | HTMLTextAreaElement, text: string): void {
  // The only way that keeps the browser's own undo; where it is gone, the text is put in by hand.
  if (document.execCommand('insertText', false, text)) return
  control.setRangeText(text, control.selectionStart ?? 0, control.selectionEnd ?? 0, 'end')
  control.dispatchEvent(new Event('input', { bubbles: true }))
}
