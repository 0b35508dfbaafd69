/** Where the provider of every situation has its console. */
export const consoleHost = 'console.northwindvoice.example';
