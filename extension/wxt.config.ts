import preact from '@preact/preset-vite';
import { defineConfig } from 'wxt';
export default defineConfig({
  srcDir: 'src',
  imports: false,
  webExt: { disabled: true },
  modules: ['@wxt-dev/i18n/module'],
  vite: () => ({ plugins: [preact()] }),
  manifest: { name: '__MSG_extName__', default_locale: 'en' },
});
