/** What the popup needs on the provider's own console, and nowhere else: it loads this when it is opened there. */
export { readConsoleAddress } from '@latchkey/shared/provider-console/read-address';
export { ConsoleOffer } from './console-offer.tsx';
