import { extensionEnglish } from '@latchkey/shared/words/en/extension';
import '../../look/tokens.css';
import '../../look/latchkey.css';
import '../../look/pages.css';
import '../../look/extension.css';
import '../../look/console.css';
import { Console } from '../../console/console.tsx';
import { guideEndpoints } from '@latchkey/shared/api/guide-endpoints';
import { consoleEndpoints } from '@latchkey/shared/api/console-endpoints';
import { pressLinksOnce } from '../../look/links-once.ts';
import { knowEndpoints } from '../../server-api/server-api.ts';
import { startPage } from '../../session/start-page.tsx';

knowEndpoints({ ...guideEndpoints, ...consoleEndpoints });
pressLinksOnce();
const root = document.getElementById('root');
if (root !== null) void startPage(root, extensionEnglish, () => <Console />);
