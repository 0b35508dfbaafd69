/** The look of the sign-in pages: neutral on purpose, nobody's brand. */
export const style = `
:root { color-scheme: light; font: 16px/1.5 system-ui, 'Segoe UI', 'Noto Sans', sans-serif; color: #1d1f21; background: #e9ebed; }
* { box-sizing: border-box; }
body { margin: 0; min-height: 100vh; display: flex; flex-direction: column; align-items: center; }
.practice { margin: 0; padding: .6rem 1rem; width: 100%; text-align: center; font-weight: 600; color: #3d2a00;
  background: repeating-linear-gradient(-45deg, #ffe08a 0 14px, #ffd766 14px 28px); border-bottom: 1px solid #b98900; }
main { background: #fff; margin: 2rem 1rem; padding: 2rem 2.25rem; width: min(29rem, calc(100% - 2rem)); border-radius: 6px;
  border: 1px solid #cfd4d8; box-shadow: 0 2px 10px rgb(0 0 0 / .08); }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 1rem; font-weight: 600; }
p { margin: 0 0 1rem; }
.account { font-size: .9rem; color: #4a5056; overflow-wrap: anywhere; }
.problem { color: #a4262c; }
label { display: block; margin-bottom: .3rem; }
input[type='text'], input[type='email'], input[type='password'] { width: 100%; font: inherit; padding: .55rem .6rem;
  border: 1px solid #6b7278; border-radius: 4px; margin-bottom: 1rem; }
.buttons { display: flex; gap: .6rem; justify-content: flex-end; margin-top: 1.25rem; }
button { font: inherit; padding: .5rem 1.5rem; border-radius: 4px; border: 1px solid #6b7278; background: #f4f5f6; color: inherit; cursor: pointer; }
button.first { background: #2b3a47; border-color: #2b3a47; color: #fff; }
button.pick { display: block; width: 100%; text-align: left; padding: .8rem 1rem; margin-bottom: .6rem; }
button.link { border: 0; background: none; padding: 0; color: #1f4f7a; text-decoration: underline; }
:focus-visible { outline: 3px solid #1f6fb5; outline-offset: 2px; }
.number { font-size: 3rem; font-weight: 600; text-align: center; letter-spacing: .1em; }
ul.permissions { list-style: none; padding: 0; margin: 0 0 1.25rem; border-top: 1px solid #dfe3e6; }
ul.permissions li { border-bottom: 1px solid #dfe3e6; }
ul.permissions summary { padding: .45rem 0 .45rem 1.1rem; text-indent: -1.1rem; cursor: pointer; }
ul.permissions p { margin: 0 0 .6rem 1.1rem; font-size: .9rem; color: #4a5056; }
.box { display: flex; gap: .6rem; align-items: flex-start; }
.box input { margin-top: .35rem; width: 1.05rem; height: 1.05rem; }
.box label { margin: 0; font-weight: 600; }
.hint { font-size: .9rem; color: #4a5056; }
dl { font-size: .85rem; color: #4a5056; margin: 1.25rem 0 0; }
dt { font-weight: 600; } dd { margin: 0 0 .4rem; overflow-wrap: anywhere; }
`;
