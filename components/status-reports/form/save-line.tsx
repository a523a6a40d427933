'use client'

import type { SaveState } from '@/components/status-reports/form/autosave'
import { useFormTools, useSaveState, useUnconfirmed } from '@/components/status-reports/form/context'
import { put } from '@/components/status-reports/form/put'
import type { FormWords } from '@/components/status-reports/form/words'

/** Always in sight and always true: what is saved, what is not and why. */
export function SaveLine() {
  const { words } = useFormTools()
  const state = useSaveState()
  const left = useUnconfirmed()
  return (
    <div className="no-print sticky bottom-0 z-10 -mx-4 mt-8 flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line bg-surface px-4 py-3 text-small">
      <p role="status" data-save={state.is} className={isBad(state) ? 'font-semibold text-danger' : 'font-semibold'}>
        {line(words, state)}
      </p>
      <p className="text-muted">
        {left === 0 ? words.text.allConfirmed : put(words.text.unconfirmedLeft, { count: left })}
      </p>
    </div>
  )
}

function isBad(state: SaveState): boolean {
  return state.is === 'failed' || state.is === 'conflict' || state.is === 'refused'
}

function line({ state: texts }: FormWords, state: SaveState): string {
  if (state.is === 'saved') return put(texts.saved, { time: state.time })
  return state.is === 'failed' ? texts[state.why] : texts[state.is]
}
