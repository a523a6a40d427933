import type { GridWords } from '@/components/status-reports/form/grid/grid-section'
import type { Words } from '@/lib/platform/words'

/** The texts of the grid; what is known only in the browser is filled in there. */
export function gridWords(t: Words): GridWords {
  return {
    indicator: t('statusReports.grid.indicator'),
    previous: t('statusReports.grid.previous'),
    value: t('statusReports.field.value'),
    n: t('statusReports.field.n'),
    time: t('statusReports.field.time'),
    note: t('statusReports.field.note'),
    caption: t('statusReports.grid.caption'),
    help: t('statusReports.grid.help'),
    pasted: t('statusReports.grid.pasted', { count: '{count}' }),
    tooLarge: t('statusReports.grid.tooLarge'),
    noChoice: t('statusReports.grid.noChoice', { value: '{value}', field: '{field}' }),
    elsewhere: t('statusReports.grid.elsewhere'),
    cellUnsaved: t('statusReports.grid.cellUnsaved'),
    cellSaved: t('statusReports.grid.cellSaved'),
    cellNotSaved: t('statusReports.grid.cellNotSaved'),
  }
}
