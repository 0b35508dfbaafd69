/** The consent window's end: whoever opened it is told, without anything in it. */
const opener = window.opener as Window | null;
opener?.postMessage({ kind: 'consented' }, '*');
