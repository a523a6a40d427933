import type { Autosave } from '@/components/status-reports/form/autosave'
import type { Places } from '@/components/status-reports/form/copy/place'
import type { NewerText } from '@/components/status-reports/form/field-states'
import type { Present } from '@/lib/status-reports/presence/model'

const every = 4000
// A page that only stands open must not keep its session alive: after this it falls silent until somebody is back.
const silentAfter = 10 * 60_000
const signs = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'focusin'] as const

type Given = {
  address: string
  tab: string
  autosave: Autosave
  places: Places
  /** The report is being sent: what is then told of it is told by the sending */
  busy: () => boolean
  others: (present: Present[]) => void
  /** The report is no longer open for writing */
  closed: () => void
}

type Answer = { others: Present[]; newer: NewerText[] } | { refused: string }

/** Tells while the page is looked at that the report is open here, and brings back who else writes and what they saved. */
export function watchPresence({ address, tab, autosave, places, busy, others, closed }: Given): () => void {
  let stopped = false
  let asking = false
  let seen = Date.now()
  const writingAt = () => places.here()?.path ?? null
  const ask = (method: 'POST' | 'DELETE', body: object) =>
    fetch(address, {
      method,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      keepalive: method === 'DELETE',
    })

  async function beat() {
    if (stopped || asking || busy() || document.visibilityState === 'hidden' || Date.now() - seen > silentAfter) return
    asking = true
    try {
      const answer = (await (await ask('POST', { tab, path: writingAt(), seen: autosave.versions() })).json()) as Answer
      if (stopped || busy()) return
      if ('refused' in answer) refused(answer.refused)
      else {
        autosave.told('SIGNED_IN')
        others(answer.others)
        autosave.refresh(answer.newer, writingAt())
      }
    } catch {
      // No network or no server: who else writes is then not known.
      others([])
    } finally {
      asking = false
    }
  }

  function refused(reason: string) {
    others([])
    if (reason === 'SIGNED_OUT') {
      autosave.told('SIGNED_OUT')
      return
    }
    stopped = true
    if (reason === 'LOCKED') closed()
  }

  const leave = () => {
    if (!stopped && !autosave.signedOut()) void ask('DELETE', { tab }).catch(() => undefined)
  }
  const turned = () => (document.visibilityState === 'hidden' ? leave() : void beat())
  const alive = () => {
    const silent = Date.now() - seen > silentAfter
    seen = Date.now()
    if (silent) void beat()
  }
  const signingOut = (event: SubmitEvent) => {
    if (!(event.target instanceof HTMLFormElement) || !('signsOut' in event.target.dataset)) return
    leave()
    stopped = true
  }
  const timer = setInterval(() => void beat(), every)
  document.addEventListener('visibilitychange', turned)
  window.addEventListener('pagehide', leave)
  window.addEventListener('submit', signingOut, true)
  for (const sign of signs) document.addEventListener(sign, alive, { passive: true })
  void beat()
  return () => {
    leave()
    stopped = true
    clearInterval(timer)
    document.removeEventListener('visibilitychange', turned)
    window.removeEventListener('pagehide', leave)
    window.removeEventListener('submit', signingOut, true)
    for (const sign of signs) document.removeEventListener(sign, alive)
  }
}
