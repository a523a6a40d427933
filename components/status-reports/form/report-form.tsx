'use client'

import {
  type FormEvent,
  type ReactNode,
  startTransition,
  useActionState,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { attemptErrors, textsIn, textsOnPage } from '@/components/status-reports/form/attempt'
import { Autosave } from '@/components/status-reports/form/autosave'
import { FormToolsProvider } from '@/components/status-reports/form/context'
import { FormSection } from '@/components/status-reports/form/form-section'
import { fieldsOf, type FormSection as Shape } from '@/components/status-reports/form/model'
import { SaveLine } from '@/components/status-reports/form/save-line'
import { sendTo } from '@/components/status-reports/form/send'
import type { FormWords } from '@/components/status-reports/form/words'
import { Actions } from '@/components/ui/actions'
import { Button } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { type FormState, untouched } from '@/lib/access/form-state'

type Props = {
  action: (state: FormState, form: FormData) => Promise<FormState>
  /** Where fields are saved while they are typed */
  saveAddress: string
  report: { id: string; version: number; project: string; period: string; unit: string }
  sections: Shape[]
  /** When the report was last saved, as it is shown; null when nothing has been written */
  savedAt: string | null
  words: FormWords
  /** Evidence has forms of its own, between the fields and the sending */
  children: ReactNode
}

/** The report as a form: saves itself while it is typed; without scripts it is one plain form. */
export function ReportForm({ action, saveAddress, report, sections, savedAt, words, children }: Props) {
  const [state, submit, pending] = useActionState(action, untouched)
  const fields = sections.flatMap(fieldsOf)
  const [autosave] = useState(
    () => new Autosave(fields, { typed: textsIn(state), time: savedAt, send: sendTo(saveAddress) }),
  )
  const form = useRef<HTMLFormElement>(null)
  useEarlyTexts(autosave, report.id)
  useWatch(autosave, words)
  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt is told once, also with the same result
  useEffect(() => autosave.attempted(), [autosave, state.attempt])

  async function send(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const submitter = (event.nativeEvent as SubmitEvent).submitter
    const intent = submitter instanceof HTMLButtonElement ? submitter.value : 'save'
    const saved = await autosave.flush()
    if (intent !== 'submit' || !saved || !form.current) return
    const data = new FormData(form.current)
    data.set('intent', 'submit')
    startTransition(() => submit(data))
  }

  const errors = attemptErrors({ state, fields, autosave, words })
  const tools = { autosave, words, errorAt: (path: string) => errors.at.get(path) }
  return (
    <FormToolsProvider value={tools}>
      {/* Without autoComplete="off" browsers bring back old texts on "back" and "reload": they would look typed. */}
      <form ref={form} id="report-form" action={submit} onSubmit={send} noValidate autoComplete="off">
        {/* Enter in a field presses the form's first button: it must be the harmless one. */}
        <button type="submit" name="intent" value="save" className="sr-only" tabIndex={-1} aria-hidden="true">
          {words.text.save}
        </button>
        <ErrorSummary title={errors.title} errors={errors.summary} attempt={state.attempt} />
        <input type="hidden" name="reportId" value={report.id} />
        <input type="hidden" name="version" value={report.version} />
        <input type="hidden" name="project" value={report.project} />
        <input type="hidden" name="period" value={report.period} />
        <input type="hidden" name="unit" value={report.unit} />
        {sections.map((section) => (
          <FormSection key={section.path} section={section} />
        ))}
      </form>
      {children}
      <Actions>
        <Button form="report-form" name="intent" value="submit" disabled={pending}>
          {pending ? words.text.submitting : words.text.submit}
        </Button>
        <Button form="report-form" kind="secondary" name="intent" value="save">
          {words.text.save}
        </Button>
      </Actions>
      <SaveLine />
    </FormToolsProvider>
  )
}

/**
 * Somebody may type before the scripts of the page have started. React then puts the server's text back into the fields:
 * what stood in them is read before that happens and typed in again.
 */
function useEarlyTexts(autosave: Autosave, reportId: string): void {
  const [early] = useState(() => textsOnPage(reportId))
  useLayoutEffect(() => {
    autosave.adopt(textsOnPage(reportId))
    autosave.adopt(early)
  }, [autosave, early, reportId])
}

/** Saves when the page is hidden or left, tries again when it is back, and warns before unsaved text is left behind. */
function useWatch(autosave: Autosave, words: FormWords): void {
  useEffect(() => {
    autosave.begin()
    const hidden = () => document.visibilityState === 'hidden' && void autosave.flush()
    const gone = () => autosave.leave()
    const back = () => autosave.retry()
    const leaving = (event: BeforeUnloadEvent) => {
      if (!autosave.unsaved()) return
      event.preventDefault()
      // Browsers show their own words; older ones want a text.
      event.returnValue = words.text.leaving
    }
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', gone)
    window.addEventListener('online', back)
    window.addEventListener('focus', back)
    window.addEventListener('beforeunload', leaving)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', gone)
      window.removeEventListener('online', back)
      window.removeEventListener('focus', back)
      window.removeEventListener('beforeunload', leaving)
    }
  }, [autosave, words])
}
