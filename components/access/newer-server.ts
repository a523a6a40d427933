import { canKeep, keepTyping } from '@/components/access/kept-typing'
import { buildName } from '@/lib/platform/build'

/** Whether the server is of another build than this page. Without an answer nobody knows, and nothing is said. */
async function serverIsNewer(): Promise<boolean> {
  const answer = await fetch('/api/health', { cache: 'no-store' }).catch(() => null)
  const build = answer?.headers.get('x-etappi-build')
  return Boolean(build) && build !== buildName
}

/**
 * Opens the page anew with the scripts of the server as it is now; what was typed into the form goes along and is put back.
 * Does not come back, unless it could not be kept: then the page stays as it is.
 */
export async function renewPage(form: HTMLFormElement): Promise<void> {
  try {
    if (canKeep(form)) await keepTyping(form, 'renewed')
    else if (hasText(form)) return
  } catch {
    return
  }
  location.reload()
  await new Promise(() => {})
}

/**
 * Fetches the page's data anew beside what was typed. From a server of another build they cannot be fetched without the page
 * coming anew, which by itself would take what was typed away.
 */
export async function fetchStored(form: HTMLFormElement | null, refresh: () => void): Promise<void> {
  if (form && (await serverIsNewer())) await renewPage(form)
  refresh()
}

const hasText = (form: HTMLFormElement): boolean =>
  form.querySelector('textarea, select, input:not([type=hidden], [type=file], [type=password])') !== null
