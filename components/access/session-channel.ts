const name = 'etappi-session'

/** Hears of pages of this browser in which somebody has signed out; the answer ends the hearing. */
export function sessionChannel(left: () => void): (() => void) | undefined {
  // Browsers without it find out when their time has come.
  if (typeof BroadcastChannel === 'undefined') return undefined
  const channel = new BroadcastChannel(name)
  channel.onmessage = left
  return () => channel.close()
}

/** Tells the other pages of this browser that somebody has signed out. */
export function tellLeft(): void {
  if (typeof BroadcastChannel === 'undefined') return
  const channel = new BroadcastChannel(name)
  channel.postMessage('left')
  channel.close()
}
