import type { Words } from '@/lib/platform/words'
import { dateInHelsinki } from '@/lib/values/calendar'
import { formatDateTime, formatTime } from '@/lib/values/format'

/** When something was saved: the time alone for today, the day too for earlier. */
export function savedText(t: Words, moment: string): string {
  const today = dateInHelsinki(new Date()) === dateInHelsinki(new Date(moment))
  return today ? t('statusReports.save.at', { time: formatTime(moment, t.locale) }) : formatDateTime(moment, t.locale)
}
