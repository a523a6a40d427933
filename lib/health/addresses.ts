export const healthAddress = '/admin/health'
