using System.Diagnostics;
using CaseFlow.Workflows.Expressions;
using CaseFlow.Workflows.Expressions.JavaScript;

namespace CaseFlow.Workflows.Tests.Expressions.JavaScript;

/// <summary>Hostile scripts end in an <see cref="ExpressionException"/>, before long and without much memory.</summary>
public sealed class ScriptLimitTests
{
    [Theory]
    [InlineData("while (true) {}", "steps")]
    [InlineData("for (;;) ;", "steps")]
    [InlineData("do {} while (1)", "steps")]
    [InlineData("let i = 0; while (true) { try { while (true) i++ } catch { } }", "steps")]
    [InlineData("while (true) { try { throw 1 } catch { } finally { } }", "steps")]
    [InlineData("const a = [1]; for (const x of a) a.push(x)", "items")]
    [InlineData("const m = new Map([[0, 0]]); for (const [k] of m) m.set(k + 1, 0)", "items")]
    [InlineData("const s = new Set([0]); s.forEach(k => { s.delete(k); s.add(k + 1) })", "items")]
    [InlineData("const f = () => f(); f()", "nested")]
    [InlineData("const f = n => n + f(n + 1); f(0)", "nested")]
    [InlineData("const o = { toString() { return '' + o } }; o + ''", "nested")]
    [InlineData("const f = () => { try { f() } catch { f() } }; f()", "nested")]
    [InlineData("const f = () => [1].map(f); f()", "nested")]
    [InlineData("const f = () => 'a'.replace('a', f); f()", "nested")]
    [InlineData("const f = () => [2, 1].sort(f); f()", "nested")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; String(a)", "nested")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; JSON.stringify(a)", "nested")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; a.flat(Infinity)", "nested")]
    [InlineData("let a = []; for (let i = 0; i < 1000; i++) a = [a]; a", "nested")]
    [InlineData("let a = {}; for (let i = 0; i < 1000; i++) a = { a }; a", "nested")]
    [InlineData("const a = []; a.push(a); a", "nested")]
    [InlineData("const a = []; a.push(a); a + ''", "nested")]
    [InlineData("JSON.parse('['.repeat(100000))", "nested")]
    [InlineData("JSON.parse('{\"a\":'.repeat(10000))", "nested")]
    [InlineData("(new Array(3e8)).join('x')", "items")]
    [InlineData("Array(1e6)", "items")]
    [InlineData("const a = []; a[1e9] = 1", "items")]
    [InlineData("const a = []; a.length = 4e9", "items")]
    [InlineData("Array.from({ length: 1e9 })", "items")]
    [InlineData("let a = [1]; while (true) a = [...a, ...a]", "items")]
    [InlineData("let a = [1]; while (true) a = a.concat(a)", "items")]
    [InlineData("let a = [1]; while (true) a.push(...a)", "items")]
    [InlineData("let a = [1]; while (true) a.splice(0, 0, ...a)", "items")]
    [InlineData("let a = [[1, 2]]; while (true) a = a.flatMap(x => [x, x])", "items")]
    [InlineData("const o = {}; for (let i = 0; ; i++) o[i] = i", "items")]
    [InlineData("const o = {}; for (let i = 0; ; i++) o['k' + i] = i", "items")]
    [InlineData("'a,'.repeat(400000).split(',')", "items")]
    [InlineData("Object.keys('x'.repeat(1000000))", "items")]
    [InlineData("let s = 'x'; while (true) s += s", "longer")]
    [InlineData("let s = 'x'; while (true) s = `${s}${s}`", "longer")]
    [InlineData("let s = 'x'; while (true) s = s.concat(s, s)", "longer")]
    [InlineData("'x'.repeat(1e9)", "longer")]
    [InlineData("'x'.repeat(1e300)", "longer")]
    [InlineData("'x'.padStart(1e9)", "longer")]
    [InlineData("'x'.padEnd(1e300, 'ab')", "longer")]
    [InlineData("'x'.repeat(1e6).replace(/x/g, 'yyyy')", "")]
    [InlineData("'xx'.repeat(1e5).replaceAll('x', 'y'.repeat(1000))", "longer")]
    [InlineData("'x'.repeat(1e5).replace(/x*/, '$&$&$&$&$&$&$&$&$&$&$&$&')", "longer")]
    [InlineData("Array(1e5).fill('x'.repeat(1000)).join()", "longer")]
    [InlineData("const s = 'x'.repeat(1e5); JSON.stringify(Array(100).fill(s))", "")]
    [InlineData("encodeURIComponent('\u00e9'.repeat(900000))", "longer")]
    [InlineData("let a = []; while (true) a.push('x'.repeat(1e6))", "steps")]
    [InlineData("let a = []; const s = 'x'.repeat(1e6); while (true) a.push(s.slice(1))", "steps")]
    [InlineData("let a = []; const s = 'x'.repeat(1e6); while (true) a.push(s.split(','))", "steps")]
    [InlineData("const s = 'a'.repeat(1e6); while (true) s.indexOf('b')", "steps")]
    [InlineData("const s = 'a'.repeat(1e6), n = 'a'.repeat(5e5) + 'b' + 'a'.repeat(4e5); s.includes(n)", "steps")]
    [InlineData("const s = 'a'.repeat(1e6), n = 'a'.repeat(4e5) + 'b' + 'a'.repeat(4e5); s.lastIndexOf(n)", "steps")]
    [InlineData("while (true) Math.max(...[1, 2, 3])", "steps")]
    [InlineData("let a = Array(90000).fill(1); while (true) a.sort()", "steps")]
    [InlineData("let a = Array(90000).fill(1); while (true) a.shift(), a.unshift(1)", "steps")]
    [InlineData(
        "const o = {}; for (let i = 0; i < 50000; i++) o['k' + i] = 1; for (let i = 0; i < 50000; i++) delete o['k' + i]",
        "steps"
    )]
    [InlineData("while (true) /^(a+)+$/.test('a'.repeat(5000) + 'b')", "steps")]
    [InlineData("while (true) new RegExp('a{1,500}b')", "steps")]
    [InlineData("const s = 'a'.repeat(1e6); s.replace(/.*b|a/g, '')", "steps")]
    [InlineData("const s = 'x'.repeat(1e6); while (true) /(x+x+)+y/.test(s)", "steps")]
    [InlineData("const s = '1'.repeat(1e6); while (true) Number(s)", "steps")]
    [InlineData("const s = ' '.repeat(1e6); while (true) s.trim()", "steps")]
    [InlineData("const s = 'x'.repeat(1e6); while (true) s == 'y' + s", "")]
    [InlineData("const a = Array(99999).fill(0); while (true) a.includes(1)", "steps")]
    [InlineData("const a = Array(99999).fill(0); while (true) a + ''", "steps")]
    [InlineData("const s = 'x'.repeat(1e6), t = 'x'.repeat(1e6); while (true) s === t", "steps")]
    [InlineData("const s = 'x'.repeat(1e6), t = 'x'.repeat(1e6); while (true) s < t", "steps")]
    [InlineData("const s = 'x'.repeat(1e6), m = new Map(); while (true) m.has(s)", "steps")]
    [InlineData("const s = 'x'.repeat(1e6), o = {}; while (true) o[s]", "steps")]
    [InlineData("const s = 'x'.repeat(1e6), a = [s]; while (true) a.includes('y' + s.slice(1))", "steps")]
    [InlineData("while (true) new Date('2024-01-01')", "steps")]
    public void A_hostile_script_is_stopped(string text, string why)
    {
        Assert.True(Script.TryParse(text, out var script, out var problems), string.Join('\n', problems));
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var error = Assert.Throws<ExpressionException>(() =>
            script.Evaluate(new CaseScope(), ExpressionLimits.Default)
        );

        Assert.Contains(why, error.Message, StringComparison.Ordinal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), $"{watch.Elapsed}");
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - allocated < 1L << 30);
    }

    [Theory]
    [InlineData("'a'.repeat(100000) + 'b'", "/^(a+)+$/.test(t)", false)]
    [InlineData("'a'.repeat(100000)", "/(x+x+)+y/.test(t)", false)]
    [InlineData("'a'.repeat(30) + 'b'", "/^(a|a)*$/.test(t)", false)]
    public void A_pattern_that_would_go_back_for_ever_answers_at_once(string subject, string test, bool expected)
    {
        Assert.True(Script.TryParse($"const t = {subject}; {test}", out var script, out _));

        Assert.Equal(expected, script.Evaluate(new CaseScope(), ExpressionLimits.Default));
    }

    [Fact]
    public void A_limit_is_no_error_that_a_script_can_catch()
    {
        Assert.True(Script.TryParse("try { while (true) {} } catch { 1 } finally { 2 }", out var script, out _));

        Assert.Throws<ExpressionException>(() => script.Evaluate(new CaseScope(), ExpressionLimits.Default));
    }

    [Fact]
    public void Ordinary_work_stays_far_below_the_limits()
    {
        const string Text = """
            const rows = Array.from({ length: 2000 }, (_, i) => ({ id: i, name: `Member ${i}`, due: i % 7 === 0 }));
            let html = '';
            for (const row of rows.filter(r => r.due)) { html += `<tr><td>${row.id}</td><td>${row.name}</td></tr>` }
            html.length
            """;
        Assert.True(Script.TryParse(Text, out var script, out _));

        var steps = ExpressionLimits.Default with { Steps = 200_000 };
        Assert.Equal(11_692.0, script.Evaluate(new CaseScope(), steps));
    }

    [Fact]
    public void Limits_are_those_of_the_call()
    {
        Assert.True(Script.TryParse("const f = n => n === 0 ? 0 : f(n - 1); f(20)", out var script, out _));

        Assert.Equal(0.0, script.Evaluate(new CaseScope(), ExpressionLimits.Default));
        Assert.Throws<ExpressionException>(() =>
            script.Evaluate(new CaseScope(), ExpressionLimits.Default with { Depth = 10 })
        );
    }

    [Fact]
    public void A_script_runs_on_a_small_stack_too()
    {
        Assert.True(Script.TryParse("const f = n => [n].map(x => f(x + 1)); f(0)", out var script, out _));
        Exception? error = null;
        var thread = new Thread(
            () =>
                error = Record.Exception(() =>
                    script.Evaluate(new CaseScope(), new(int.MaxValue, 1_000_000, 1000, 1000))
                ),
            512 * 1024
        );

        thread.Start();
        thread.Join();

        Assert.IsType<ExpressionException>(error);
    }
}
