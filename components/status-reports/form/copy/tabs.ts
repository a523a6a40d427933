/** An id for this page while it is open. Not `randomUUID`: that is missing on plain http. */
export function newTab(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`
}

const lockName = (tab: string): string => `etappi-tab-${tab}`

/** Shows other pages that this one lives, until it is let go or killed. */
export function holdTab(tab: string): () => void {
  let release = () => {}
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  void navigator.locks.request(lockName(tab), () => held)
  return release
}

/** Whether the page that wrote a copy is gone: a living page looks after its own text. */
export async function isGone(tab: string): Promise<boolean> {
  return navigator.locks.request(lockName(tab), { ifAvailable: true }, (lock) => lock !== null)
}
