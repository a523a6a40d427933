import type { Place } from '@/components/status-reports/form/copy/local-copy'
import { fieldId } from '@/components/status-reports/form/model'
import { pathOfControl } from '@/lib/status-reports/fields/typed/model'

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
const moves = ['focusin', 'selectionchange', 'input', 'keyup', 'pointerup'] as const

function controlHere(): Control | null {
  const active = document.activeElement
  const isControl =
    active instanceof HTMLInputElement || active instanceof HTMLTextAreaElement || active instanceof HTMLSelectElement
  return isControl && pathOfControl(active.name) !== null ? active : null
}

/** How a form knows where its writer is, and brings the writer back there. */
export type Places = {
  /** The place of writing now; null when the focus is in no field */
  here: () => Place | null
  returnTo: (place: Place) => void
}

/** Fields that are controls of their own. */
export const controlPlaces: Places = {
  here: () => {
    const control = controlHere()
    const path = control && pathOfControl(control.name)
    if (!path) return null
    const { selectionStart = null, selectionEnd = null } = control instanceof HTMLSelectElement ? {} : control
    return { path, from: selectionStart ?? 0, to: selectionEnd ?? 0 }
  },
  returnTo: returnToControl,
}

/** The fields of one of several forms on a page. */
export function placesWithin(has: (path: string) => boolean): Places {
  return {
    here: () => {
      const place = controlPlaces.here()
      return place && has(place.path) ? place : null
    },
    returnTo: returnToControl,
  }
}

/** Remembers the latest place of writing, also after the focus has left the fields. */
export function watchPlace({ here }: Places): { last: () => Place | null; stop: () => void } {
  let last: Place | null = null
  const look = () => {
    last = here() ?? last
  }
  for (const move of moves) document.addEventListener(move, look)
  return {
    last: () => {
      look()
      return last
    },
    stop: () => {
      for (const move of moves) document.removeEventListener(move, look)
    },
  }
}

/** Brings the writer back: the same field, the cursor where it was. Somebody who already is elsewhere is left there. */
function returnToControl({ path, from, to }: Place): void {
  if (document.activeElement !== document.body) return
  const control = document.getElementById(fieldId(path))
  if (!(control instanceof HTMLElement)) return
  for (let around = control.closest('details'); around; around = around.parentElement?.closest('details') ?? null)
    around.open = true
  control.focus({ preventScroll: true })
  if (control instanceof HTMLTextAreaElement) control.setSelectionRange(from, to)
  if (control instanceof HTMLInputElement && control.type === 'text') control.setSelectionRange(from, to)
  control.scrollIntoView({ block: 'center' })
}
