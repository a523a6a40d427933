'use client'

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react'
import { attemptErrors, textsIn } from '@/components/status-reports/form/attempt'
import { Autosave } from '@/components/status-reports/form/autosave'
import { useBeginning } from '@/components/status-reports/form/begun'
import { FormToolsProvider } from '@/components/status-reports/form/context'
import { placesWithin } from '@/components/status-reports/form/copy/place'
import { FormSection } from '@/components/status-reports/form/form-section'
import { GridSection, type GridWords } from '@/components/status-reports/form/grid/grid-section'
import type { FormPart } from '@/components/status-reports/form/grid/part'
import { fieldsOf, placeName, type FormSection as Shape } from '@/components/status-reports/form/model'
import { RecoveredTexts } from '@/components/status-reports/form/recovered'
import { SaveLine } from '@/components/status-reports/form/save-line'
import { sendTo } from '@/components/status-reports/form/send'
import { useSafeguards } from '@/components/status-reports/form/use-safeguards'
import { useEarlyTexts, useWatch } from '@/components/status-reports/form/watch'
import type { FormWords } from '@/components/status-reports/form/words'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Once } from '@/components/ui/once'
import { useAnswer } from '@/components/ui/use-answer'
import { signInAddress } from '@/lib/access/addresses'
import type { FormState } from '@/lib/access/form-state'
import { reportFormAddress } from '@/lib/status-reports/addresses'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Where fields are saved while they are typed */
  saveAddress: string
  report: { id: string; version: number; project: string; period: string; unit: string }
  sections: Shape[]
  /** When the report was last saved, as it is shown; null when nothing has been written */
  savedAt: string | null
  /** Fields of the report that are not open for writing: path → how they are spoken of */
  closedFields: Readonly<Record<string, string>>
  words: FormWords
  /** What stands beside a section or field, by its path */
  beside?: Readonly<Record<string, ReactNode>>
  /** Evidence has forms of its own, between the fields and the sending */
  children?: ReactNode
  /** The sections are drawn as grids; a grid is a part of the report and does not send it */
  grid?: GridWords
  /** One of several reports on a page whose cells are one grid */
  part?: FormPart
}

/** The report as a form: saves itself while it is typed; without scripts it is one plain form. */
export function ReportForm(props: Props) {
  const {
    action,
    saveAddress,
    report,
    sections,
    savedAt,
    closedFields,
    words,
    beside = {},
    children,
    grid,
    part,
  } = props
  const formId = part?.formId ?? 'report-form'
  const { state, submit, send: sendForm, pending } = useAnswer(action)
  const fields = sections.flatMap(fieldsOf)
  const [autosave] = useState(
    () => new Autosave(fields, { typed: textsIn(state), time: savedAt, send: sendTo(saveAddress) }),
  )
  const form = useRef<HTMLFormElement>(null)
  useEarlyTexts(autosave, report.id, formId)
  const leaving = useRef(false)
  const sending = useRef(false)
  useWatch(autosave, words.text.leaving, leaving)
  const address = `/api/reports/${report.id}/presence`
  const [places] = useState(() => placesWithin((path) => autosave.has(path)))
  const [present, setPresent] = useState(part === undefined)
  const given = { autosave, reportId: report.id, address, busy: sending, leaving, places, present }
  const safeguards = useSafeguards(given)
  useBeginning(report.id, autosave)
  const join = part?.join
  useEffect(() => join?.(autosave), [autosave, join])
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is told once, also with the same result
  useEffect(() => {
    sending.current = false
    autosave.attempted()
  }, [autosave, state])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'save'
    const saved = await autosave.flush()
    // A second press waits for the answer to the first.
    if (intent !== 'submit' || !saved || !form.current || sending.current) return
    sending.current = true
    const data = new FormData(form.current)
    data.set('intent', 'submit')
    sendForm(data)
  }

  const errors = attemptErrors({ state, fields, autosave, words })
  const names = new Map(fields.map((field) => [field.path, placeName(field)]))
  const tools = {
    autosave,
    words,
    safeguards,
    errorAt: (path: string) => errors.at.get(path),
    beside,
    nameOf: (path: string) => names.get(path) ?? closedFields[path] ?? path,
    signInAddress: signInAddress(part?.address ?? reportFormAddress(report.project, report.period, report.unit)),
  }
  return (
    <FormToolsProvider value={tools}>
      <RecoveredTexts />
      {/* Without autoComplete="off" browsers bring back old texts on "back" and "reload": they would look typed. */}
      <form
        ref={form}
        id={formId}
        action={submit}
        onSubmit={send}
        onFocus={() => setPresent(true)}
        noValidate
        autoComplete="off"
      >
        {/* Enter in a field presses the form's first button: it must be the harmless one. */}
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
          {words.text.save}
        </button>
        <ErrorSummary title={errors.title} errors={errors.summary} attempt={state.attempt} />
        <Once attempt={state.attempt} />
        <input type="hidden" name="reportId" value={report.id} />
        <input type="hidden" name="version" value={report.version} />
        <input type="hidden" name="project" value={report.project} />
        <input type="hidden" name="period" value={report.period} />
        <input type="hidden" name="unit" value={report.unit} />
        {sections.map((section) =>
          grid ? (
            <GridSection key={section.path} section={section} words={grid} firstRow={part?.firstRow} />
          ) : (
            <FormSection key={section.path} section={section} />
          ),
        )}
      </form>
      {children}
      <Actions>
        {!grid && (
          <Button form={formId} name="intent" value="submit" disabled={pending}>
            {pending ? words.text.submitting : words.text.submit}
          </Button>
        )}
        <Button form={formId} kind="secondary" name="intent" value="save" small={part !== undefined}>
          {words.text.save}
        </Button>
      </Actions>
      <SaveLine still={part !== undefined} />
    </FormToolsProvider>
  )
}
