/** Cookie in which a browser keeps whether keys of a single character are in use (WCAG 2.1.4). Read by scripts, too. */
export const shortcutCookie = 'shortcuts'

/** Whether keys of a single character work. Under TLS the cookie has a name that no other host can set. */
export const singleKeysOn = (read: (name: string) => string | undefined): boolean =>
  (read(`__Host-${shortcutCookie}`) ?? read(shortcutCookie)) !== 'off'

/** The cookie as it is set. */
export const shortcutChoice = (chosen: 'on' | 'off', secure: boolean): string =>
  `${secure ? '__Host-' : ''}${shortcutCookie}=${chosen}; path=/; max-age=31536000; samesite=lax${secure ? '; secure' : ''}`

/** Where the setting is changed, and where all shortcuts are told. */
export const shortcutsAddress = '/shortcuts'
export const shortcutDataAddress = '/api/shortcuts'
