/**
 * Next calls this once when a server begins, however it was started. From then on the server does by itself what is due
 * (docs/decisions/023-mail-queue.md).
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { keepDoingDueWork } = await import('@/app/schedule')
  keepDoingDueWork()
}
