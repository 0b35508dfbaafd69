/** An address at Microsoft that we made ourselves: anything but https is a fault of ours, and the page is not made. */
export function httpsAddress(text: string): URL {
  const url = new URL(text);
  if (url.protocol !== 'https:') throw new Error('the way on to Microsoft is not https');
  return url;
}
