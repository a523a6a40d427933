'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import type { Shown } from '@/components/final-report/editor/atoms'
import { Attribution } from '@/components/final-report/editor/attribution'
import type { EditorChoices } from '@/components/final-report/editor/choices'
import { WritingDialog } from '@/components/final-report/editor/dialogs/writing-dialog'
import { Checked } from '@/components/final-report/editor/findings/checked'
import type { Accepting } from '@/components/final-report/editor/findings/panel'
import type { Request } from '@/components/final-report/editor/keys'
import { PanelView } from '@/components/final-report/editor/panels/panel'
import { editorPlaces } from '@/components/final-report/editor/places'
import { plainText } from '@/components/final-report/editor/plain-text'
import { SectionConflict } from '@/components/final-report/editor/section-conflict'
import { structureOf } from '@/components/final-report/editor/structure'
import { Toolbar } from '@/components/final-report/editor/toolbar'
import type { WritingWords } from '@/components/final-report/editor/words'
import { Writing } from '@/components/final-report/editor/writing'
import { Autosave } from '@/components/status-reports/form/autosave'
import { FormToolsProvider, useField } from '@/components/status-reports/form/context'
import { RecoveredTexts } from '@/components/status-reports/form/recovered'
import { sendTo } from '@/components/status-reports/form/send'
import { type Safeguards, useSafeguards } from '@/components/status-reports/form/use-safeguards'
import { useWatch } from '@/components/status-reports/form/watch'
import { Notice } from '@/components/ui/notice'
import type { WrittenBlock } from '@/lib/final-report/blocks/model'
import type { SectionCheck } from '@/lib/final-report/check/writing/model'
import { blocksField, longestSection, readSectionText } from '@/lib/final-report/editor/model'

export type EditorProps = {
  section: { id: string; version: number; text: string }
  /** Where the section is saved and checked, who writes it is told, and its pictures are kept */
  addresses: { save: string; check: string; presence: string; pictures: string; picks: string; signIn: string }
  savedAt: string | null
  words: WritingWords
  choices: EditorChoices
  shown: Shown
  /** Quarterly reports by name, by their id: where picked texts are from */
  origins: Readonly<Record<string, string>>
  /** How tables and figures look with the data, by the id of their block */
  previews: Readonly<Record<string, ReactNode>>
  /** What the check found when the page was made, and what accepts a finding */
  check: SectionCheck
  accepting: Accepting
}

/** The editor of one section: saves itself while it is written, as the forms of the reporting round do. */
export function Editor(props: EditorProps) {
  const { section, addresses, savedAt, words, choices, shown, origins, previews, check, accepting } = props
  const [autosave] = useState(() => {
    const field = { ...section, path: blocksField, kind: 'text' as const, label: words.text.section }
    const plain = { confirmed: true, reading: null, previous: null }
    const send = sendTo(addresses.save)
    return new Autosave([{ ...field, ...plain }], { typed: {}, time: savedAt, send, longest: longestSection })
  })
  const [writing] = useState(
    () =>
      new Writing({
        autosave,
        shown,
        origins,
        words: { ...words.atoms, label: words.text.label, origin: words.text.origin, help: 'editor-help' },
      }),
  )
  const [places] = useState(() => editorPlaces(() => writing.view))
  const leaving = useRef(false)
  const busy = useRef(false)
  useWatch(autosave, words.form.text.leaving, leaving)
  const { presence: address } = addresses
  const safeguards = useSafeguards({ autosave, reportId: section.id, address, busy, leaving, places })
  const textOf = useCallback(
    (block: WrittenBlock) => plainText(block, shown, words.text.unknownCell),
    [shown, words.text.unknownCell],
  )
  useEffect(() => writing.show(shown), [writing, shown])
  const tools = {
    autosave,
    words: words.form,
    safeguards: readable(safeguards, textOf),
    errorAt: () => undefined,
    beside: {},
    nameOf: () => words.text.section,
    signInAddress: addresses.signIn,
  }
  return (
    <FormToolsProvider value={tools}>
      <RecoveredTexts />
      <SectionConflict words={words} textOf={textOf} />
      <Surface {...{ writing, words, choices, shown, previews }} addresses={addresses} />
      <Refused text={words.text.refused} />
      <Refreshing autosave={autosave} />
      <Checked address={addresses.check} {...{ writing, words, check, accepting }} />
    </FormToolsProvider>
  )
}

type SurfaceProps = Pick<EditorProps, 'words' | 'choices' | 'shown' | 'previews'> & {
  writing: Writing
} & Pick<EditorProps, 'addresses'>

function Surface({ writing, words, choices, shown, previews, addresses }: SurfaceProps) {
  const place = useRef<HTMLDivElement>(null)
  const bar = useRef<HTMLDivElement>(null)
  const [asked, setAsked] = useState<Request | null>(null)
  const panels = useSyncExternalStore(writing.panels.subscribe, writing.panels.all, writing.panels.all)
  useSyncExternalStore(writing.subscribe, writing.snapshot, writing.snapshot)
  const ask = useCallback(
    (request: Request): boolean => {
      if (request === 'panel') return writing.focusPanel()
      if (request === 'toolbar') bar.current?.querySelector<HTMLElement>('[tabindex="0"]')?.focus()
      else setAsked(request)
      return true
    },
    [writing],
  )
  useEffect(() => (place.current ? writing.mount(place.current, ask) : undefined), [writing, ask])
  const wasAsked = useRef(false)
  useEffect(() => {
    // The text gets the focus back once the dialog, which holds it, is gone.
    if (wasAsked.current && asked === null) writing.view?.focus()
    wasAsked.current = asked !== null
  }, [asked, writing])
  const close = useCallback(() => setAsked(null), [])
  return (
    <div className="editor">
      <Toolbar writing={writing} words={words} ask={ask} bar={bar} />
      <p id="editor-help" className="text-small text-muted">
        {words.text.help}
      </p>
      <Attribution writing={writing} label={words.text.attribution} />
      <div ref={place} className="editor-place prose" />
      {panels.map((panel) =>
        createPortal(
          <PanelView
            panel={panel}
            writing={writing}
            words={words}
            pictures={addresses.pictures}
            label={shown.references[`block:${panel.id}`]}
            preview={previews[panel.id]}
          />,
          panel.dom,
          String(panel.key),
        ),
      )}
      <WritingDialog {...{ writing, words, choices, shown, asked, close }} picks={addresses.picks} />
      <p role="status" className="sr-only">
        {writing.said}
      </p>
    </div>
  )
}

/** What others count on is counted anew by the server once a change of it has been saved. */
function Refreshing({ autosave }: { autosave: Autosave }) {
  const { version } = useField(blocksField)
  const router = useRouter()
  const last = useRef<{ version: number; structure: string } | null>(null)
  useEffect(() => {
    const structure = structureOf(readSectionText(autosave.field(blocksField).kept) ?? [])
    const before = last.current
    last.current = { version, structure }
    if (before && before.version !== version && before.structure !== structure) router.refresh()
  }, [autosave, router, version])
  return null
}

function Refused({ text }: { text: string }) {
  const { refused } = useField(blocksField)
  if (!refused) return null
  return (
    <Notice kind="danger" word={text} live>
      {null}
    </Notice>
  )
}

/** Texts of this device that go into no section any more, in words. */
function readable(safeguards: Safeguards, textOf: (block: WrittenBlock) => string): Safeguards {
  const { recovered } = safeguards
  if (!recovered) return safeguards
  const left = recovered.left.map((one) => ({
    ...one,
    text: (readSectionText(one.text) ?? []).map(textOf).join('\n\n'),
  }))
  return { ...safeguards, recovered: { ...recovered, left } }
}
