'use client'

import { type ReactNode, useEffect, useState } from 'react'
import type { SaveState } from '@/components/status-reports/form/autosave'
import { useFormTools, useSaveState, useUnconfirmed } from '@/components/status-reports/form/context'
import { Others } from '@/components/status-reports/form/others'
import { put } from '@/components/status-reports/form/put'
import { SessionEnded } from '@/components/status-reports/form/session-ended'
import type { FormWords } from '@/components/status-reports/form/words'

/**
 * Always in sight and always true: what is saved, what is not and why, and who else writes. `note`: what stands beside it
 * instead of how many fields wait for confirmation. `still`: under the table it is about, where several are on the page.
 */
export function SaveLine({ note, still = false }: { note?: ReactNode; still?: boolean }) {
  const { words } = useFormTools()
  const state = useSaveState()
  const left = useUnconfirmed()
  const text = line(words, state)
  return (
    <div
      className={
        still
          ? 'no-print mt-2 text-small'
          : 'no-print stays-below -mx-4 mt-8 border-t border-line bg-surface px-4 py-3 text-small'
      }
    >
      <SessionEnded />
      <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
        <p data-save={state.is} className={isBad(state) ? 'font-semibold text-danger' : 'font-semibold'}>
          {text}
        </p>
        <Said state={state} text={text} />
        <p className="text-muted">
          {note ?? (left === 0 ? words.text.allConfirmed : put(words.text.unconfirmedLeft, { count: left }))}
        </p>
      </div>
      <Others />
    </div>
  )
}

const announceAfter = 1000

/** Listeners are told what goes wrong and when it is well again, not every save. */
function Said({ state: { is }, text }: { state: SaveState; text: string }) {
  const [said, setSaid] = useState('')
  useEffect(() => {
    if (is === 'saving' || is === 'unsaved') return
    const bad = isBad({ is })
    const timer = setTimeout(() => setSaid((before) => (bad || before !== '' ? text : '')), announceAfter)
    return () => clearTimeout(timer)
  }, [is, text])
  return (
    <span className="sr-only" role="status">
      {said}
    </span>
  )
}

function isBad({ is }: Pick<SaveState, 'is'>): boolean {
  return is === 'failed' || is === 'local' || is === 'conflict' || is === 'refused'
}

function line({ state: texts, local }: FormWords, state: SaveState): string {
  if (state.is === 'saved') return put(texts.saved, { time: state.time })
  if (state.is === 'local') return local[state.why]
  return state.is === 'failed' ? texts[state.why] : texts[state.is]
}
