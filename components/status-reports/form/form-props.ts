import { fieldNames, formSections } from '@/components/status-reports/form/shape'
import { formWords } from '@/components/status-reports/form/words'
import { savedText } from '@/components/status-reports/saved-text'
import type { Words } from '@/lib/platform/words'
import type { ReportView } from '@/lib/status-reports/views/model'

type Place = { project: string; period: string; unit: string }

/** What the form of a report is drawn from. */
export function formProps(t: Words, view: ReportView, place: Place) {
  return {
    saveAddress: `/api/reports/${view.id}/fields`,
    report: { id: view.id, version: view.version, ...place },
    sections: formSections(t, view),
    // A form that opens everything knows the names of all its fields itself.
    closedFields: view.opens === null ? {} : fieldNames(t, view),
    savedAt: view.savedAt && savedText(t, view.savedAt),
    words: formWords(t),
  }
}
