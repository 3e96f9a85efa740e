namespace Rowcroft.TeamsBot.Viewing;

/// <summary>What every page has around its own part. No page has script or style of its own inside it.</summary>
internal static class Layout
{
    /// <summary>A page for nobody in particular.</summary>
    public static Markup Plain(string title, Markup main) => Whole(title, Markup.Nothing, main, Markup.Nothing);

    /// <summary>A page for somebody who is signed in.</summary>
    public static Markup For(Visitor visitor, Markup forgeryField, string title, Markup main, params IReadOnlyList<string> scripts) => Whole(
        title,
        Markup.Of(
            $"""
            <p class="who">Signed in as <strong>{visitor.Name}</strong></p>
            <form method="post" action="/sign-out">{forgeryField}<button class="quiet">Sign out</button></form>
            """),
        main,
        Markup.Join(scripts.Select(script => Markup.Of($"""<script type="module" src="{PageAssets.AddressOf(script)}"></script>"""))));

    private static Markup Whole(string title, Markup who, Markup main, Markup scripts) => Markup.Of(
        $"""
        <!doctype html>
        <html lang="en-GB">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="icon" href="{PageAssets.AddressOf("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{PageAssets.AddressOf("page.css")}">
        {scripts}
        </head>
        <body>
        <header><p class="name">Online safety: screenshots</p>{who}</header>
        <main>
        {main}
        </main>
        </body>
        </html>

        """);
}
