import type { FileTexts } from '@/components/ui/file-status'
import type { Words } from '@/lib/platform/words'

/** What is said while a file is made and when it is ready. */
export const fileTexts = (t: Words): FileTexts => ({
  making: t('ui.file.making'),
  done: t('ui.file.done'),
  failed: t('ui.file.failed'),
  failedHelp: t('ui.file.failedHelp'),
  ended: t('ui.file.ended'),
  endedHelp: t('ui.file.endedHelp'),
})
