'use client'

import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import type { SearchWords, ShownAnswer } from '@/components/search/model'
import { Button } from '@/components/ui/button'
import { searchAddress, searchDataAddress } from '@/lib/search/addresses'

const pause = 180

/** The search as a combobox: the field keeps the focus, the arrows go through what was found, Enter opens it. */
export function SearchDialog({ words, close }: { words: SearchWords; close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const { answer, failed } = useAnswerTo(query)
  const [chosen, setChosen] = useState(-1)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: another answer has other rows
  useEffect(() => setChosen(-1), [answer])
  const groups = answer?.groups ?? []
  const count = groups.reduce((sum, { hits }) => sum + hits.length, 0)
  const idOf = (at: number) => `${id}-${at}`

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    const next = { ArrowDown: chosen + 1, ArrowUp: chosen === -1 ? count - 1 : chosen - 1 }[event.key]
    if (next !== undefined && count > 0) {
      event.preventDefault()
      const at = next >= count ? -1 : next
      setChosen(at)
      document.getElementById(idOf(at))?.scrollIntoView({ block: 'nearest' })
    }
    if (event.key === 'Enter' && chosen >= 0) {
      event.preventDefault()
      document.getElementById(idOf(chosen))?.click()
    }
  }

  let at = -1
  return (
    <dialog ref={dialog} className="dialog search-dialog" aria-labelledby={`${id}-title`} onClose={close}>
      <h2 id={`${id}-title`}>{words.title}</h2>
      <form method="get" action={searchAddress()}>
        <label className="field-label" htmlFor={`${id}-words`}>
          {words.label}
        </label>
        <span className="field-help" id={`${id}-help`}>
          {words.help}
        </span>
        <input
          id={`${id}-words`}
          className="input"
          name="q"
          role="combobox"
          aria-expanded={count > 0}
          aria-controls={count > 0 ? `${id}-hits` : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen >= 0 ? idOf(chosen) : undefined}
          aria-describedby={`${id}-help`}
          autoComplete="off"
          value={query}
          onChange={(event) => setQuery(event.target.value)}
          onKeyDown={onKeyDown}
        />
        <p className="search-told" role="status">
          {failed ? words.failed : answer && query.trim() !== '' ? answer.told : ''}
        </p>
        {answer?.advice && <p className="search-told">{answer.advice}</p>}
        {count > 0 && (
          <div id={`${id}-hits`} role="listbox" aria-label={words.title} className="search-hits">
            {groups.map(({ kind, label, hits }) => (
              // biome-ignore lint/a11y/useSemanticElements: a list box holds groups of options, no fields of a form
              <div key={kind} role="group" aria-labelledby={`${id}-${kind}`}>
                <div id={`${id}-${kind}`} role="presentation" className="search-kind">
                  {label}
                </div>
                {hits.map((hit) => {
                  at += 1
                  return (
                    <a
                      key={hit.href}
                      id={idOf(at)}
                      role="option"
                      tabIndex={-1}
                      aria-selected={at === chosen}
                      href={hit.href}
                    >
                      {hit.title} {hit.place && <span>{hit.place}</span>}
                    </a>
                  )
                })}
              </div>
            ))}
          </div>
        )}
        <div className="actions mt-4">
          <Button kind="secondary">{words.all}</Button>
          <Button type="button" kind="quiet" onClick={() => dialog.current?.close()}>
            {words.close}
          </Button>
        </div>
      </form>
    </dialog>
  )
}

/** What is found for the text that stood still for a moment; an answer that comes late is dropped. */
function useAnswerTo(query: string): { answer: ShownAnswer | null; failed: boolean } {
  const [state, setState] = useState<{ answer: ShownAnswer | null; failed: boolean }>({ answer: null, failed: false })
  useEffect(() => {
    const q = query.trim()
    if (q === '') return setState({ answer: null, failed: false })
    const stop = new AbortController()
    const wait = setTimeout(() => {
      fetch(`${searchDataAddress}?q=${encodeURIComponent(q)}`, { signal: stop.signal })
        .then(async (reply) => {
          if (!reply.ok) throw new Error(String(reply.status))
          setState({ answer: (await reply.json()) as ShownAnswer, failed: false })
        })
        .catch(() => stop.signal.aborted || setState({ answer: null, failed: true }))
    }, pause)
    return () => {
      clearTimeout(wait)
      stop.abort()
    }
  }, [query])
  return state
}
