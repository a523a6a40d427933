import type { Instrumentation } from 'next'

/**
 * Next calls this once when a server begins, however it was started. From then on the server does by itself what is due
 * (docs/decisions/023-mail-queue.md), and what Next says stands in the form of the running log (docs/security/logs.md).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  if (process.env.NODE_ENV === 'production') {
    const { keepInForm } = await import('@/lib/platform/request-errors')
    keepInForm()
  }
  const { tellOfMissing } = await import('@/lib/platform/missing-answers')
  tellOfMissing()
  const { keepDoingDueWork } = await import('@/app/schedule')
  keepDoingDueWork()
}

/** Next calls this for every error that a page, a route or an action did not expect. */
export const onRequestError: Instrumentation.onRequestError = async (error, request, place) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { requestFailed } = await import('@/lib/platform/request-errors')
  requestFailed(error, request, place)
}
