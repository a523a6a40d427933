import { type RefObject, useEffect, useLayoutEffect, useState } from 'react'
import { textsOnPage } from '@/components/status-reports/form/attempt'
import type { Autosave } from '@/components/status-reports/form/autosave'

/**
 * Somebody may type before the scripts of the page have started. React then puts the server's text back into the fields:
 * what stood in them is read before that happens and typed in again.
 */
export function useEarlyTexts(autosave: Autosave, reportId: string, formId?: string): void {
  const [early] = useState(() => textsOnPage(reportId, formId))
  useLayoutEffect(() => {
    autosave.adopt(textsOnPage(reportId, formId))
    autosave.adopt(early)
  }, [autosave, early, reportId, formId])
}

/**
 * Saves when the page is hidden or left, tries again when it is back, and warns before unsaved text is left behind, except
 * when the writer goes to sign in (`leaving`) and the text waits on this device.
 */
export function useWatch(autosave: Autosave, question: string, leaving: RefObject<boolean>): void {
  useEffect(() => {
    autosave.begin()
    const hidden = () => document.visibilityState === 'hidden' && void autosave.flush()
    const gone = () => autosave.leave()
    const back = () => autosave.retry()
    const asked = (event: BeforeUnloadEvent) => {
      if (leaving.current || !autosave.unsaved()) return
      event.preventDefault()
      // Browsers show their own words; older ones want a text.
      event.returnValue = question
    }
    const signingOut = (event: SubmitEvent) => void saveBefore(event, autosave, question)
    document.addEventListener('visibilitychange', hidden)
    window.addEventListener('pagehide', gone)
    window.addEventListener('online', back)
    window.addEventListener('focus', back)
    window.addEventListener('beforeunload', asked)
    window.addEventListener('submit', signingOut, true)
    return () => {
      document.removeEventListener('visibilitychange', hidden)
      window.removeEventListener('pagehide', gone)
      window.removeEventListener('online', back)
      window.removeEventListener('focus', back)
      window.removeEventListener('beforeunload', asked)
      window.removeEventListener('submit', signingOut, true)
      // Another page of the same document: nobody asks before it, so what is typed goes along.
      autosave.leave()
    }
  }, [autosave, question, leaving])
}

/** Signing out destroys what this device has kept: first everything is saved, and what cannot be saved is asked about. */
async function saveBefore(event: SubmitEvent, autosave: Autosave, question: string): Promise<void> {
  const form = event.target
  if (!(form instanceof HTMLFormElement) || !('signsOut' in form.dataset) || !autosave.unsaved()) return
  event.preventDefault()
  event.stopImmediatePropagation()
  const saved = await autosave.flush()
  if (!saved && !window.confirm(question)) return
  autosave.abandon()
  form.requestSubmit(event.submitter)
}
