import { type RefObject, useEffect, useRef, useState } from 'react'
import type { Autosave } from '@/components/status-reports/form/autosave'
import { LocalCopy } from '@/components/status-reports/form/copy/local-copy'
import { canKeepCopies, openCopies } from '@/components/status-reports/form/copy/open'
import { controlPlaces, type Places, watchPlace } from '@/components/status-reports/form/copy/place'
import { type Recovered, recover } from '@/components/status-reports/form/copy/recover'
import { holdTab, isGone, newTab } from '@/components/status-reports/form/copy/tabs'
import { watchPresence } from '@/components/status-reports/form/presence'
import type { Present } from '@/lib/status-reports/presence/model'

export type Safeguards = {
  /** What this device had kept when the form was opened; null when nothing */
  recovered: Recovered | null
  /** Who else has the report open for writing */
  others: Present[]
  /** Whether unsaved text is kept on this device */
  keeps: boolean
  /** Goes to sign in and comes back to the same place of the same field; false when the text would not be kept. */
  leaveToSignIn: (address: string) => Promise<boolean>
  /** Removes a copy from this device. */
  forget: (copy: string) => void
}

type Given = {
  autosave: Autosave
  reportId: string
  address: string
  busy: RefObject<boolean>
  leaving: RefObject<boolean>
  places?: Places
  /** False while the report is on the page but nobody has begun to write in it: others are not told yet */
  present?: boolean
}
type Kept = { flush: (always: boolean) => Promise<void>; remove: (copy: string) => Promise<void> }

/** Keeps unsaved text on this device, brings it back, and watches who else writes the report while the form is open. */
export function useSafeguards(given: Given): Safeguards {
  const { autosave, reportId, address, busy, leaving, places = controlPlaces, present = true } = given
  const [recovered, setRecovered] = useState<Recovered | null>(null)
  const [others, setOthers] = useState<Present[]>([])
  const [keeps, setKeeps] = useState(false)
  const kept = useRef<Kept | null>(null)

  useEffect(() => {
    if (!present) return
    const tab = newTab()
    const closed = () => (autosave.unsaved() ? autosave.told('LOCKED') : location.reload())
    return watchPresence({ address, tab, autosave, places, busy: () => busy.current, others: setOthers, closed })
  }, [address, autosave, places, busy, present])

  useEffect(
    () =>
      keepCopies(autosave, reportId, places, (now, found) => {
        kept.current = now
        setKeeps(now !== null)
        if (found) setRecovered(found)
      }),
    [autosave, reportId, places],
  )

  useEffect(() => {
    if (recovered?.place) places.returnTo(recovered.place)
  }, [recovered, places])

  async function leaveToSignIn(to: string): Promise<boolean> {
    await kept.current?.flush(true)
    if (!kept.current || !autosave.isOnDevice()) return false
    leaving.current = true
    location.assign(to)
    return true
  }

  function forget(copy: string): void {
    void kept.current?.remove(copy).catch(() => undefined)
    setRecovered((found) => found && { ...found, place: null, left: found.left.filter((text) => text.copy !== copy) })
  }

  return { recovered, others, keeps, leaveToSignIn, forget }
}

const tryAfter = 5000

type Begun = (kept: Kept | null, found: Recovered | null) => void

/** Opens this browser's copies, brings back what they hold and goes on keeping; the answer ends it. */
function keepCopies(autosave: Autosave, reportId: string, places: Places, begun: Begun): () => void {
  const ends: (() => void)[] = []
  let over = false
  const atEnd = (end: () => void) => void (over ? end() : ends.push(end))
  const place = watchPlace(places)
  atEnd(place.stop)

  async function begin() {
    let local: LocalCopy | null = null
    const lost = () => {
      local?.end()
      begun(null, null)
    }
    const copies = await openCopies(lost)
    if (!copies) return
    const tab = newTab()
    const release = holdTab(tab)
    const given = { ...copies, reportId, tab, isGone, place: place.last }
    const found = await recover(autosave, given)
    const copy = new LocalCopy(autosave, given)
    local = copy
    const stop = copy.start(found.adopted)
    const hidden = () => void copy.flush()
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', hidden)
    atEnd(() => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', hidden)
      stop()
      // The page goes on without a new document: what is not saved stays on the device, and others may look after it.
      void copy.flush().finally(() => {
        copy.end()
        copies.store.close()
        release()
      })
    })
    if (!over) begun({ flush: (always) => copy.flush(always), remove: copies.store.remove }, found)
  }

  // Without a store or an answer nothing is kept, and the line never says that it is.
  const tryAgain = () => {
    const timer = setTimeout(attempt, tryAfter)
    atEnd(() => clearTimeout(timer))
  }
  const attempt = () => void begin().catch(tryAgain)
  if (canKeepCopies()) attempt()
  return () => {
    over = true
    for (const end of ends.reverse()) end()
  }
}
