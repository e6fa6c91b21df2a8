import Testing

@testable import Theme

@Suite struct ModuleBundleTests {
    @Test func modulesBecomeFunctionsInTheOrderOfTheirImports() {
        let modules = [
            "a.js":
                "import { one, two as deux } from './b.js';\nimport text from './c.js';\nimport('./b.js').then(() => one(deux, text));\n",
            "b.js": "import text from './c.js';\nexport function one() {}\nexport const two = text;\n", "c.js": "export default 'x';\n",
        ]
        #expect(
            ModuleBundle.joined(modules, entry: "a.js") == """
                const $cjs = (() => {
                const $default = 'x';

                return { default: $default };
                })();
                const $bjs = (() => {
                const text = $cjs.default;
                function one() {}
                const two = text;

                return { one, two };
                })();
                const $ajs = (() => {
                const { one, two: deux } = $bjs;
                const text = $cjs.default;
                Promise.resolve($bjs).then(() => one(deux, text));

                return {  };
                })();

                """)
    }

    @Test(arguments: [
        "import * as b from './b.js';\n", "export { x };\n", "import { x } from 'elsewhere';\n", "import { a } from './a.js';\n",
        "import {\n  x,\n} from './b.js';\n", "import './b.js';\n",
    ]) func otherFormsAreNotJoined(code: String) {
        #expect(ModuleBundle.joined(["a.js": code, "b.js": "export const x = 1;\n"], entry: "a.js") == nil)
    }

    @Test func whatStandsApartIsImported() {
        let modules = [
            "a.js": "import { one } from './b.js';\nimport('./c.js').then(one);\n",
            "b.js": "import { two } from './c.js';\nexport function one() { two(); }\n",
        ]
        #expect(
            ModuleBundle.joined(modules, entry: "a.js", apart: ["c.js"]) == """
                import * as $cjs from './c.js';
                const $bjs = (() => {
                const { two } = $cjs;
                function one() { two(); }

                return { one };
                })();
                const $ajs = (() => {
                const { one } = $bjs;
                import('./c.js').then(one);

                return {  };
                })();

                """)
    }

    @Test func whatTheFirstExportsIsExported() throws {
        let modules = [
            "a.js": "import { two } from './b.js';\nexport const one = two;\nexport default one;\n", "b.js": "export const two = 2;\n",
        ]
        let joined = try #require(ModuleBundle.joined(modules, entry: "a.js"))
        #expect(joined.hasSuffix("})();\nexport const { one } = $ajs;\nexport default $ajs.default;\n"))
    }

    @Test(arguments: ["guide.js", "guide-handover.js"]) func theModulesOfGuidesCanBeJoined(entry: String) throws {
        let own = Theme().assets.filter { $0.key == "storage.js" || ($0.key.hasPrefix("guide") && $0.key.hasSuffix(".js")) }
        let apart = SharedFiles.guideModulesApart
        let joined = try #require(
            ModuleBundle.joined(own.mapValues { String(decoding: $0, as: UTF8.self) }, entry: entry, apart: apart.subtracting([entry])))
        #expect(apart.isSubset(of: own.keys))
        #expect(joined.contains("import * as $guidestorejs from './guide-store.js'") && joined.contains("\nexport const { "))
    }

    @Test func theModulesOfTheSearchCanBeJoined() throws {
        let own = Theme().assets.filter { $0.key == "storage.js" || ($0.key.hasPrefix("search") && $0.key.hasSuffix(".js")) }
        let modules = own.mapValues { String(decoding: $0, as: UTF8.self) }.merging(["labels.js": "export default {};\n"]) { $1 }
        let joined = try #require(ModuleBundle.joined(modules, entry: "search-box.js"))
        #expect(joined.contains("openIndex") && !joined.contains("\nimport ") && !joined.contains("\nexport "))
    }

    @Test func aThemeKnowsWhatTheSiteReplaces() {
        #expect(Theme().replaced.isEmpty)
        #expect(Theme(overrides: ["search-source.js": []]).replaced == ["search-source.js"])
        let copy = Theme().assets.filter { $0.key == "guide.js" }
        #expect(Theme(overrides: copy).replaced.isEmpty)
    }
}
